import { EstateError, parseEstate, type Mistake } from '../src/index';

/** What is wrong with an estate; nothing when it is valid. */
export function mistakesIn(text: string, file = 'production.yaml'): readonly Mistake[] {
  return mistakesOf(() => parseEstate(text, { file }));
}

/** What an attempt to load an estate finds wrong; anything but an EstateError is thrown on. */
export function mistakesOf(load: () => unknown): readonly Mistake[] {
  try {
    load();
    return [];
  } catch (error) {
    if (error instanceof EstateError) {
      return error.mistakes;
    }
    throw error;
  }
}
