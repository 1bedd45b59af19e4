/** What is used of a package that comes without types. */
declare module 'asl-validator' {
  interface ValidationResult {
    readonly isValid: boolean;
    errorsText(separator?: string): string;
  }
  export default function validate(definition: unknown): Promise<ValidationResult>;
}
