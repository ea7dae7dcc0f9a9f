"""What an editor can know of a draft, without any protocol."""
