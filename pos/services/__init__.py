"""What people do with the till, one file a use case: each act is one transaction of the books."""
