"""The feed for partners: what happened to the clients they may see, pulled, streamed or pushed."""
