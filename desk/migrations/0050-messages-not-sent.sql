-- What was written and did not leave, or left elsewhere: few of many messages, and the trust report leaves them out of what it counts.
create index messages_not_sent on messages (workspace_id, message_id) where outside or delivery in ('cancelled', 'failed');
