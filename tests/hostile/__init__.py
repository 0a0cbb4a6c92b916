"""Files that mean harm or came to harm, made afresh each time, and what has to become of them."""
