namespace Vonage.Contract.Tests.Cases;

internal static class AllCases
{
    public static IReadOnlyList<OperationCase> List { get; } = [.. AccountCases.All(), .. SmsCases.All(), .. MessagesCases.All(), .. VoiceCases.All(), .. ApplicationsCases.All(), .. UsersCases.All(), .. SubaccountsCases.All(), .. MeetingsCases.All(), .. ProactiveConnectCases.All(), .. ShortCodesCases.All()];
}
