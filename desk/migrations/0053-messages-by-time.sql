create index message_texts_by_time on message_texts (workspace_id, at desc, message_id desc);
