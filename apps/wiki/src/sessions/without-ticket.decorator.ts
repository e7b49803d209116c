import { SetMetadata } from '@nestjs/common';

/** The metadata that `@WithoutTicket()` leaves. */
export const withoutTicketMark = 'wiki:without-ticket';

/** Takes a form under a session without the session's ticket: signing in, where the form may be older than the session. */
export const WithoutTicket = () => SetMetadata(withoutTicketMark, true);
