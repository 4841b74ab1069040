"""Charts as inline SVG: small pure functions from the story to markup, without script, style or reference."""
