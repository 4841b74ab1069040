"""Reading what happened from elsewhere: CSV and Excel exports, databases, logs of leads."""
