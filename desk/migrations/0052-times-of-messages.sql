-- Holds only the rows: messages come in and are read meanwhile.
update message_texts t set at = m.at from messages m
where m.workspace_id = t.workspace_id and m.message_id = t.message_id and t.at is null;
