import { SetMetadata } from '@nestjs/common';

/** The metadata that `@Public()` leaves. */
export const publicMark = 'wiki:public';

/** Opens a controller or a method to people who are not signed in. */
export const Public = () => SetMetadata(publicMark, true);
