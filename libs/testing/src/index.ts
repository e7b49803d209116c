export { type ActingApplication, actingAs, type ActingAs } from './access/acting-as.js';
export { expectEveryRouteToBeMapped, type RouteExpectations } from './routes/every-route.js';
export { type RecordedRoute } from './routes/route-changes.js';
