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
        .. NetworkCases.All(),
        .. NumbersCases.All(),
        .. PricingCases.All(),
        .. ApplicationsCases.All(),
        .. UsersCases.All(),
        .. MediaCases.All(),
        .. AuditCases.All(),
        .. ExternalAccountsCases.All(),
        .. NumberPoolsCases.All(),
        .. ProgrammableSipCases.All(),
        .. DispatchCases.All(),
        .. SubaccountsCases.All(),
        .. TenDlcCases.All(),
        .. FraudDefenderCases.All(),
        .. MeetingsCases.All(),
        .. ProactiveConnectCases.All(),
        .. ShortCodesCases.All(),
        .. WhatsAppTemplatesCases.All(),
        .. WhatsAppProvisioningCases.All(),
        .. ChannelManagerCases.All(),
    ];
}
