-- The newest messages of a workspace: where a word is in very many, they have enough of them.
create index messages_by_time on messages (workspace_id, at desc, seq desc);
