"""Tell what one block or line is: closing line, heading, remark, label of a series."""
