import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedText, foldedWords } from './folded-text.js';

describe('Folded text', () => {
  it('has no case, no accents and no full width', () => {
    expect(foldedText('Société ŁÓDŹ')).toBe('societe lodz');
    expect(foldedText('Straße ÆRØ İstanbul ＡＢＣ ΟΔΟΣ')).toBe('strasse aero istanbul abc οδοσ');
  });

  it('keeps the vowels and tones that other scripts write as marks', () => {
    expect(foldedText('हिन्दी')).not.toBe(foldedText('हनद'));
    expect(foldedText('北京')).toBe('北京');
  });

  it('has words without punctuation, and of punctuation alone the punctuation', () => {
    expect(foldedWords("  O'Neil & Co., S.A. – Paris ")).toBe('oneil co sa paris');
    expect(foldedWords(' !! ')).toBe('!!');
  });

  it('is folded already when it was, whatever the text and its case', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0x10_ff_ff)), (points) => {
        const text = String.fromCodePoint(...points);
        expect(foldedText(foldedText(text))).toBe(foldedText(text));
        expect(foldedWords(foldedWords(text))).toBe(foldedWords(text));
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-ZäöüÄÖÜéÉçÇ ]*$/), (text) => {
        expect(foldedText(text.toUpperCase())).toBe(foldedText(text));
      }),
    );
  });
});
