export { expectEveryRouteToBeMapped, type RouteExpectations } from './routes/every-route.js';
export { type RecordedRoute } from './routes/route-changes.js';
