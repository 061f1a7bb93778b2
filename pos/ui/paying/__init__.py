"""Where the buyer pays, and what came of the sale."""
