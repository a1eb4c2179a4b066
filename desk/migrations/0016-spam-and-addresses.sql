-- Conversations that somebody, or our own mail server, took for spam: out of every list but their own, and back with one click.
alter table conversations add column spam_at timestamptz;
create index conversations_spam on conversations (workspace_id, last_message_at desc, conversation_id) where spam_at is not null;

-- The address of ours that a mail was delivered to: not always one of those in its headers (copies, lists, Bcc).
alter table messages add column received_as text;
