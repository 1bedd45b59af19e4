import type { Configuration } from './configuration';
import { DocumentError } from './document-error';
import type { PlanJson, StateJson } from './private/json-format';

/** What a document says of itself, with its JSON. */
export type DocumentProps = {
  readonly name: string;
  readonly path?: string;
  readonly configuration?: Configuration;
} & (
  | { readonly kind: 'plan'; readonly json: PlanJson }
  | { readonly kind: 'state'; readonly json: StateJson }
);

/** A plan or state as `terraform show -json` writes it. What it holds is shown by no inspection. */
export class TerraformDocument {
  /** Tells it from the other documents of a graph. */
  public readonly name: string;
  public readonly kind: 'plan' | 'state';
  /** The file that it was read from. */
  public readonly path?: string;
  readonly #props: DocumentProps;

  public constructor(props: DocumentProps) {
    this.name = props.name;
    this.kind = props.kind;
    if (props.path !== undefined) this.path = props.path;
    this.#props = props;
  }

  /** The Terraform that wrote it, such as `1.11.4`. */
  public get terraformVersion(): string | undefined {
    return this.#props.json.terraform_version;
  }

  /** Why it does not tell all that will be there after apply, a line each; none when it does. */
  public get incomplete(): readonly string[] {
    const plan = this.plan;
    if (plan === undefined) return [];
    return [
      ...(plan.errored === true ? ['planning ended with an error'] : []),
      ...(plan.complete === false && plan.errored !== true
        ? ['another plan is needed after this one, as with -target']
        : []),
      ...(plan.deferred_changes?.length
        ? [`${plan.deferred_changes.length} changes are deferred`]
        : []),
    ];
  }

  /** What it was made of, where that is given. */
  public get configuration(): Configuration | undefined {
    return this.#props.configuration;
  }

  /**
   * The plan, together with what it was made of.
   *
   * @throws {DocumentError} when it was made of another configuration
   */
  public with(configuration: Configuration): TerraformDocument {
    if (!configuration.isOf(this)) {
      throw new DocumentError(
        'other-configuration',
        configuration.path,
        `has other resources than ${this.path ?? this.name}: name the configuration that was planned`,
      );
    }
    return new TerraformDocument({ ...this.#props, configuration });
  }

  /** Its JSON, secrets and all, when it is a plan. */
  public get plan(): PlanJson | undefined {
    return this.#props.kind === 'plan' ? this.#props.json : undefined;
  }

  /** Its JSON, secrets and all, when it is a state; of a plan, the state that it starts from. */
  public get state(): StateJson | undefined {
    return this.#props.kind === 'state' ? this.#props.json : this.#props.json.prior_state;
  }
}
