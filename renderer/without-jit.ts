/** Tells zod not to compile its checks with Function, which the page's policy forbids. Must be imported before the first schema is made. */
import * as z from 'zod';

z.config({ jitless: true });
