/** A message as JSON, in the port's own names, and whose it is where one statement writes those of several. */
const MESSAGE_COLUMNS = `
  id uuid, topic text, body text, attributes jsonb, "correlationId" uuid, revocable boolean, "requestId" uuid`;

/**
 * `messages`: those in the parameter `first`, for the rows of `from`, claimed at once by the process that writes them, for
 * as many milliseconds as the next parameter says. `where` picks each row's own.
 */
export const insertMessages = (first: number, from: string, where = ''): string => `
  messages AS (
    INSERT INTO outbox (id, topic, body, attributes, correlation_id, revocable, claimed_until)
    SELECT message.id, topic, body, attributes, "correlationId", revocable,
           clock_timestamp() + $${first + 1} * interval '1 millisecond'
    FROM ${from}, json_to_recordset($${first}) AS message (${MESSAGE_COLUMNS}) ${where}
  )`;
