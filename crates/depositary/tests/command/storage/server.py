"""Storage that speaks S3, for the tests of attachments: moto, with every signature checked first by botocore.

moto keeps what it is given, but takes any signature. Here each request is signed again with Amazon's own code from what
arrived, so that one that real storage would refuse is refused. It says where it listens, and runs until its standard input
ends.
"""

import sys
import threading
from urllib.parse import parse_qsl

from botocore.auth import S3SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from moto.s3.models import s3_backends
from werkzeug.serving import make_server

KEY, SECRET, REGION, BUCKET = sys.argv[1:5]
REFUSAL = b"<?xml version='1.0'?><Error><Code>%s</Code><Message>%s</Message></Error>"


def refusal(environ):
    """The code of what is wrong with a request's signature, if anything is."""
    fields = dict(parse_qsl(environ["QUERY_STRING"], keep_blank_values=True))
    signature = fields.pop("X-Amz-Signature", None)
    if signature is None:
        return "AccessDenied"
    if fields["X-Amz-Credential"].split("/")[0] != KEY:
        return "InvalidAccessKeyId"
    address = f"http://{environ['HTTP_HOST']}{environ['REQUEST_URI'].split('?')[0]}"
    request = AWSRequest(environ["REQUEST_METHOD"], address, headers={}, params=fields)
    request.context["timestamp"] = fields["X-Amz-Date"]
    auth = S3SigV4QueryAuth(Credentials(KEY, SECRET), "s3", REGION)
    expected = auth.signature(auth.string_to_sign(request, auth.canonical_request(request)), request)
    return None if signature == expected else "SignatureDoesNotMatch"


def checked(application):
    def application_or_refusal(environ, start_response):
        code = refusal(environ)
        if code is None:
            return application(environ, start_response)
        start_response("403 Forbidden", [("Content-Type", "application/xml")])
        # As real storage does, it repeats what was asked. None of that may reach the user.
        return [REFUSAL % (code.encode(), environ["QUERY_STRING"].encode())]

    return application_or_refusal


application = DomainDispatcherApplication(create_backend_app)
server = make_server("127.0.0.1", 0, checked(application), threaded=True)
s3_backends[DEFAULT_ACCOUNT_ID]["aws"].create_bucket(BUCKET, REGION)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(f"http://127.0.0.1:{server.port}", flush=True)
sys.stdin.read()
