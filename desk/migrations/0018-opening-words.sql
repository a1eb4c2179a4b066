-- What a list shows of a message: the beginning of what its author newly wrote. It is cut where the words are known, since
-- SQL counts characters where spans count UTF-16 units.
alter table message_texts add column opening text;
update message_texts t set opening = coalesce(
  substring(t.text from (t.own->0->>'start')::int + 1 for least(200, (t.own->0->>'end')::int - (t.own->0->>'start')::int)),
  left(t.text, 200));

-- The keys that somebody made who is no longer here stop working.
update api_keys k set revoked_at = m.removed_at
from members m
where m.workspace_id = k.workspace_id and m.member_id = k.created_by and m.removed_at is not null and k.revoked_at is null;
