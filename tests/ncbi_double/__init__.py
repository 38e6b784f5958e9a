"""A stand-in for NCBI on this machine: E-utilities, ID converter and open-data bucket, with faults on demand.

It answers from a folder of real papers, at the paths and in the forms of the real services, over real HTTP:

    with NcbiDouble(read_library(corpus)) as double:
        double.faults.add(Fault("efetch.fcgi", "status", status=429, retry_after="1"))
        subprocess.run(command, env={**os.environ, **double.environment})
        assert double.seen("efetch.fcgi")

``python -m tests.ncbi_double CORPUS`` starts one by hand and prints the variables to set; its faults and
requests are then at ``/_control/`` (see :mod:`tests.ncbi_double.control`).
"""

from tests.ncbi_double.faults import Fault, Faults
from tests.ncbi_double.library import Holding, Library, read_library
from tests.ncbi_double.server import NcbiDouble, Seen

__all__ = ["Fault", "Faults", "Holding", "Library", "NcbiDouble", "Seen", "read_library"]
