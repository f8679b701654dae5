import { describeAccount } from "../describe-account.ts";
import { openCloudApiAccount } from "./cloud-api-under-test.test-support.ts";

describeAccount("an account with the Cloud API", openCloudApiAccount);
