import type { Dispatcher } from 'undici';

/** Tells when a request begins to be written, over a connection that is made and trusted. */
export function whenWritten(dispatcher: Dispatcher, tell: () => void): Dispatcher {
  return dispatcher.compose((dispatch) => (options, handler) => {
    const start = handler.onRequestStart?.bind(handler);
    handler.onRequestStart = (...args) => {
      tell();
      start?.(...args);
    };
    return dispatch(options, handler);
  });
}
