-- While a customer waits, the last words of a conversation are no longer what members said to one another: computed again
-- (as refreshConversations does from now on) where they are that.
update conversations v set last_words = (
  select case when m.kind = 'inbound' then '' else coalesce(b.name, case when m.outside then nullif(t.from_address->>'name', '') end, 'Desk') || ': ' end
    || coalesce(t.opening, left(t.text, 200))
  from messages m
  join message_texts t on t.workspace_id = m.workspace_id and t.message_id = m.message_id
  left join members b on b.workspace_id = m.workspace_id and b.member_id = m.by_id
  where m.workspace_id = v.workspace_id and m.conversation_id = v.conversation_id and m.delivery is distinct from 'cancelled'
    and m.channel <> 'internal'
  order by m.seq desc limit 1)
where v.awaiting_since is not null and (
  select m.channel from messages m
  where m.workspace_id = v.workspace_id and m.conversation_id = v.conversation_id and m.delivery is distinct from 'cancelled'
  order by m.seq desc limit 1) = 'internal';
