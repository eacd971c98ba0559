namespace Vonage.Contract.Tests.Cases;

internal static class AllCases
{
    public static IReadOnlyList<OperationCase> List { get; } =
    [
        .. AccountCases.All(),
        .. SmsCases.All(),
        .. MessagesCases.All(),
        .. VoiceCases.All(),
        .. VideoCases.All(),
        .. ConversationsCases.All(),
        .. ReportsCases.All(),
        .. VerifyCases.All(),
        .. VerifyV2Cases.All(),
        .. NumberInsightCases.All(),
        .. NumbersCases.All(),
        .. PricingCases.All(),
        .. ApplicationsCases.All(),
        .. UsersCases.All(),
        .. SubaccountsCases.All(),
        .. MeetingsCases.All(),
        .. ProactiveConnectCases.All(),
        .. ShortCodesCases.All(),
    ];
}
