"""Recalculating many workbooks: on this machine's processes by default, on a Dask cluster by its address.

    from kpixl.batch import How, frame, plan, run

    batch = plan(["books"], out="results", how=How(picks=("Goal",)))
    print(frame(run(batch), batch.how.picks))

`files` finds the workbooks and `remote` those that are not on a disk of this machine; `work` is what is done
to one of them; `executors` and `cluster` do it to many; `journal` remembers what is finished; `run` ties
them; `summary` makes a table of the results.
"""

from kpixl.batch.run import Batch, plan, run
from kpixl.batch.summary import frame
from kpixl.batch.work import FileResult, How

__all__ = ["Batch", "FileResult", "How", "frame", "plan", "run"]
