"""Experiment templates of Fault Injection Service."""

import json
from typing import Any

from moto.fis.exceptions import ResourceNotFoundException
from moto.fis.models import ExperimentTemplate
from moto.fis.responses import FISResponse

from .gap import Gap

OPTIONS = {"accountTargeting": "single-account", "emptyTargetResolutionMode": "fail"}


class ExperimentTemplateDetails(Gap, extends=FISResponse):
    """Gets a template, changes one; moto knows neither action.

    https://docs.aws.amazon.com/fis/latest/APIReference/API_GetExperimentTemplate.html
    https://docs.aws.amazon.com/fis/latest/APIReference/API_UpdateExperimentTemplate.html
    """

    def get_experiment_template(self: FISResponse) -> str:
        return described(self, template_of(self))

    def update_experiment_template(self: FISResponse) -> str:
        template = template_of(self)
        for attribute, name in {
            "description": "description",
            "stop_conditions": "stopConditions",
            "targets": "targets",
            "actions": "actions",
            "role_arn": "roleArn",
            "log_configuration": "logConfiguration",
            "experiment_options": "experimentOptions",
        }.items():
            setattr(template, attribute, self._get_param(name, getattr(template, attribute)))
        return described(self, template)


class ExperimentOptions(Gap, extends=ExperimentTemplate):
    """Options that were not given have defaults, which moto leaves out.

    https://docs.aws.amazon.com/fis/latest/APIReference/API_ExperimentTemplateExperimentOptions.html
    """

    def to_dict(self: ExperimentTemplate, tags: dict[str, str] | None = None) -> dict[str, Any]:
        description: dict[str, Any] = ExperimentOptions.moto.to_dict(self, tags)
        description["experimentOptions"] = OPTIONS | description.get("experimentOptions", {})
        return description


def template_of(request: FISResponse) -> ExperimentTemplate:
    template_id = request.path.rstrip("/").rpartition("/")[2]
    templates = request.fis_backend.experiment_templates
    if template_id not in templates:
        raise ResourceNotFoundException(f"Experiment template {template_id} does not exist")
    return templates[template_id]


def described(request: FISResponse, template: ExperimentTemplate) -> str:
    tags = request.fis_backend.tagger.get_tag_dict_for_resource(template.arn)
    return json.dumps({"experimentTemplate": template.to_dict(tags)})
