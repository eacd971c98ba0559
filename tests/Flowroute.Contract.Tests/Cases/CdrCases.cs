using Flowroute.Cdr;

namespace Flowroute.Contract.Tests.Cases;

internal static class CdrCases
{
    public static IEnumerable<OperationCase> All()
    {
        yield return new("cdr.listExports", "GET /v2/cdrs/exports", async (f, _) =>
        {
            var exports = await f.Cdr.ListExportsAsync(new() { Status = CdrExportStatus.Completed }).ToListAsync();
            Assert.That(exports[0].Id, Is.EqualTo("203485"));
            Assert.That(exports[0].TotalCost, Is.EqualTo(34.3213m));
        })
        { Query = "status=completed&offset=0" };
        yield return new("cdr.createExport", "POST /v2/cdrs/exports", async (f, _) =>
        {
            var filter = new CdrExportFilter
            {
                CallsStartedFrom = new(2019, 1, 1, 0, 0, 0, TimeSpan.Zero),
                CallsStartedTo = new(2019, 2, 1, 0, 0, 0, TimeSpan.Zero),
                NumberAliases = { "Office 221" },
                DurationGreaterThan = TimeSpan.FromSeconds(30),
            };
            var export = await f.Cdr.CreateExportAsync(new CreateCdrExportRequest { FilterParameters = filter, CallbackUrl = new("https://myserver.com/cdrs") });
            Assert.That(export.Status, Is.EqualTo(CdrExportStatus.Processing));
        })
        { Json = """{"data":{"type":"cdrexport","attributes":{"filter_parameters":{"start_call_start_time":"2019-01-01 00:00:00","start_call_end_time":"2019-02-01 00:00:00","number_aliases":["Office 221"],"duration_greater_than":30},"callback_url":"https://myserver.com/cdrs"}}}""" };
        yield return new("cdr.getExport", "GET /v2/cdrs/exports/38647", async (f, _) =>
        {
            var export = await f.Cdr.GetExportAsync("38647");
            Assert.That(export.DownloadUrl, Is.Not.Null);
            Assert.That(export.FilterParameters!.CallsStartedFrom, Is.EqualTo(new DateTimeOffset(2019, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        });
    }
}
