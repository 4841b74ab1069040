"""The planner: the practice of planning and watching KPIs as one workbook, one module a sheet."""
