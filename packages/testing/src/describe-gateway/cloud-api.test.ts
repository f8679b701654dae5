import { describeGateway } from "../describe-gateway.ts";
import { openCloudApiGateway } from "./cloud-api-under-test.test-support.ts";

describeGateway("a gateway to the Cloud API", openCloudApiGateway);
