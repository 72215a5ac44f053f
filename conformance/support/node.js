// What the Node that runs the tests can do.

const [major, minor] = process.versions.node.split('.').map(Number);

/** Why a test is skipped that needs a newer Node than Debian 12 has: the SDK does since its fifth generation. */
export const skip = major < 20 || (major === 20 && minor < 19) ? 'needs node 20.19' : false;
