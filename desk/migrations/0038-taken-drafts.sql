-- Whether a person took the draft over into their own; otherwise it was thrown away. What it became is message_id.
alter table held_messages add column taken boolean not null default false;
create index held_messages_taken on held_messages (workspace_id, conversation_id) where taken and message_id is null;
create index held_messages_by_message on held_messages (workspace_id, message_id) where message_id is not null;
