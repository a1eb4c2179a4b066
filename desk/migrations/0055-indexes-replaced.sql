-- What conversations_open_now, conversations_of_member, conversations_awaiting_now and conversations_of_customer replace.
drop index conversations_open;
drop index conversations_awaiting;
drop index conversations_by_customer;
