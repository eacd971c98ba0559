// Opens a conversation with a customer, sends a message in it, and prints what has happened there.
//
//     dotnet run --project samples/SupportConversation -- [name of the customer] [message]
//
// Without VONAGE_* variables, the sample uses the simulator. With them, it needs those of an application, and deletes what it has created.
using Vonage;
using Vonage.Conversations;
using Vonage.Core;
using Vonage.Testing;

var customer = args.ElementAtOrDefault(0) ?? "Alice";
var message = args.ElementAtOrDefault(1) ?? "How can we help you?";
try
{
    if (VonageCredentials.AreInEnvironment)
        return await RunAsync(VonageClient.FromEnvironment(), customer, message);
    await using var simulator = await VonageSimulator.StartAsync();
    Console.WriteLine("No VONAGE_* variables are set: using the simulator.");
    return await RunAsync(simulator.CreateClient(), customer, message);
}
catch (Exception error) when (error is ApiException or InvalidRequestException or InvalidCredentialsException or MissingCredentialsException)
{
    Console.Error.WriteLine("Error: " + error.Message);
    return 1;
}

static async Task<int> RunAsync(IVonageClient vonage, string customer, string message)
{
    var user = await vonage.Users.CreateAsync(new() { DisplayName = customer });
    var conversation = await vonage.Conversations.CreateAsync(new() { DisplayName = $"Support for {customer}" });
    try
    {
        var member = await vonage.Conversations.CreateMemberAsync(conversation.Id, new(NewMemberState.Joined, new() { Id = user.Id }, new(RtcChannelType.App)));
        await vonage.Conversations.CreateEventAsync(conversation.Id, new MessageEventRequest(new() { MessageType = RtcMessageType.Text, Text = message }) { From = member.Id });

        Console.WriteLine($"{conversation.DisplayName}:");
        await foreach (var happened in vonage.Conversations.ListEventsAsync(conversation.Id))
        {
            Console.WriteLine(happened switch
            {
                MemberJoinedRtcEvent joined => $"  {joined.Body?.User?.DisplayName} has joined.",
                MessageRtcEvent said => $"  {said.Body?.Text}",
                _ => $"  {happened.Type}",
            });
        }
    }
    finally
    {
        await vonage.Conversations.DeleteAsync(conversation.Id);
        await vonage.Users.DeleteAsync(user.Id);
    }

    return 0;
}
