"""Credentials of a function's role."""

from moto.sts.models import sts_backends


def credentials_of(role: str, function_name: str, region: str) -> dict[str, str]:
    """The variables that make an AWS SDK act as the role, in the role's account.

    https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
    """
    account_id = role.split(":")[4]
    session = sts_backends[account_id]["global"].assume_role(
        region_name=region,
        role_session_name=function_name[:64],
        role_arn=role,
        policy=None,
        duration=12 * 60 * 60,
        external_id=None,
    )
    return {
        "AWS_ACCESS_KEY_ID": session.access_key_id,
        "AWS_SECRET_ACCESS_KEY": session.secret_access_key,
        "AWS_SESSION_TOKEN": session.session_token,
    }
