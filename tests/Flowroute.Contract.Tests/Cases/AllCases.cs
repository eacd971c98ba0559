namespace Flowroute.Contract.Tests.Cases;

internal static class AllCases
{
    public static IReadOnlyList<OperationCase> List { get; } =
        [.. NumbersCases.All(), .. RoutesCases.All(), .. MessagesCases.All(), .. E911Cases.All(), .. CnamCases.All(), .. PortingCases.All(), .. CdrCases.All()];
}
