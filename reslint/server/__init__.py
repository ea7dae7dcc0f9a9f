"""The language server: what an editor asks of reslint while a draft is written."""
