namespace Vonage.ChannelManager;

public partial class CreateSubscriptionRequest
{
    partial void ValidateMore()
    {
        if (Type == SubscriptionType.Webhook)
            Check.Required("webhook", Webhook);
        if (Type == SubscriptionType.Slack)
            Check.Required("slack", Slack);
    }
}
