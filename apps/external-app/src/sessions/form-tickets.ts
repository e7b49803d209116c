import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { readField } from '../layout/form-fields.js';
import { staleForm } from '../problems/form-problems.js';
import { sessionOf } from './session.middleware.js';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Lets a change pass only if it comes from a form of this session; throws the problem `staleForm` otherwise. */
export const formTickets: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  const site = request.headers['sec-fetch-site'];
  const isOurs = site === undefined || site === 'same-origin' || site === 'none';
  const ticket = readField(request.body, 'ticket');
  if (isOurs && timingSafeEqual(digest(ticket), digest(sessionOf(response).ticket))) return next();
  throw staleForm();
};
