using Vonage.Messages;

namespace Vonage.AspNetCore.Tests.Models;

/// <summary>Webhooks of the Messages API: what comes in over each channel, and what becomes of what went out.</summary>
internal static class MessagesWebhooks
{
    private const string Fields = """
        "message_uuid":"52afe398-e31a-4362-8c42-beb0c3b1d098","to":"447700900000","from":"447700900001","timestamp":"2020-01-01T14:00:00.000Z","client_ref":"abc123"
        """;

    private const string Self = """ "_self":{"href":"https://api-eu.vonage.com/v1/messages/52afe398"} """;

    private const string Usage = """ "usage":{"currency":"EUR","price":"0.0333"} """;

    private const string WhatsApp = """
        "profile":{"name":"Jane Smith","username":"janesmith123"},"context_status":"available",
        "context":{"message_uuid":"aaaaaaaa-bbbb-cccc-dddd-0123456789ab","message_from":"447700900000","whatsapp_referred_product":{"catalog_id":"1267260820787549","product_retailer_id":"r07qei73l7"}},
        "provider_message":"Message delivered",
        "whatsapp":{"waba_id":"00000000000","sender":{"user_id":"US.13491208655302741918","parent_user_id":"US.ENT.11815799212886844830","wa_id":"447700900000"},
          "referral":{"body":"Check out our new product offering","headline":"New Products!","source_id":"212731241638144","source_type":"post","source_url":"https://fb.me/2ZulEu42P","media_type":"image",
            "image_url":"https://example.com/image.jpg","video_url":"https://example.com/video.mp4","thumbnail_url":"https://example.com/thumbnail.jpg","ctwa_clid":"1234567890"},
          "whatsapp_referred_product":{"catalog_id":"1267260820787549","product_retailer_id":"r07qei73l7"}}
        """;

    private const string Contacts = """
        "contacts":[{"addresses":[{"city":"New York","country":"US","country_code":"1","state":"NY","street":"123 Main St","type":"home","postal_code":"10001"}],"birthday":"1980-01-01",
          "emails":[{"email":"bob@example.com","type":"work"}],"name":{"formatted_name":"Bob Smith","first_name":"Bob","last_name":"Smith","middle_name":"John","prefix":"Mr","suffix":"Jr"},
          "phones":[{"phone":"1234567890","type":"home"}],"urls":[{"url":"https://example.com","type":"work"}]}]
        """;

    private static readonly DateTimeOffset Two = new(2020, 1, 1, 14, 0, 0, TimeSpan.Zero);

    private static readonly Uri Url = new("https://example.com/a");

    public static IEnumerable<WebhookCase> Inbound =>
    [
        In<InboundSmsTextMessage>("sms", $$""" "message_type":"text","text":"Hello","sms":{"num_messages":"2","total_count":"2","keyword":"HELLO"},{{Usage}},"origin":{"network_code":"12345"} """, sms =>
        {
            Assert.That(sms.Text, Is.EqualTo("Hello"));
            Assert.That(sms.Sms?.NumMessages, Is.EqualTo(2));
            Assert.That(sms.Usage?.Price, Is.EqualTo(0.0333m));
            Assert.That(sms.Origin?.NetworkCode, Is.EqualTo("12345"));
        }),
        .. MmsCases,
        .. RcsCases,
        .. WhatsAppCases,
        .. MessengerCases,
        .. ViberCases,
    ];

    public static IEnumerable<WebhookCase> Statuses =>
    [
        .. from status in Payload.Words("submitted delivered rejected undeliverable")
           from one in new[]
           {
               Status<SmsMessageStatusEvent>("sms", status, $$"""{{Usage}},"destination":{"network_code":"12345"},"sms":{"count_total":"2","segments":[{"timestamp":"2025-02-03T12:14:25Z","status":"delivered","error_code":"1230"}]}""", sms =>
               {
                   Assert.That(sms.Usage?.Price, Is.EqualTo(0.0333m));
                   Assert.That(sms.Sms?.Segments[0].Status, Is.EqualTo(MessageStatus.Delivered));
                   Assert.That(sms.Sms?.Segments[0].ErrorCode?.Value, Is.EqualTo("1230"));
               }),
               Status<MmsMessageStatusEvent>("mms", status, $$"""{{Usage}},"destination":{"network_code":"12345"}""", mms => Assert.That(mms.Destination?.NetworkCode, Is.EqualTo("12345"))),
           }
           select one,
        .. from status in Payload.Words("submitted delivered rejected undeliverable read")
           from one in new[]
           {
               Status<RcsMessageStatusEvent>("rcs", status, """ "destination":{"network_code":"12345"} """, rcs => Assert.That(rcs.Destination?.NetworkCode, Is.EqualTo("12345"))),
               Status<WhatsAppMessageStatusEvent>("whatsapp", status, $$"""
                   {{Usage}},"profile":{"name":"Jane Smith","username":"janesmith123"},
                   "whatsapp":{"waba_id":"00000000000","recipient":{"user_id":"US.13491208655302741918","parent_user_id":"US.ENT.11815799212886844830","wa_id":"447700900000"},
                     "pricing":{"type":"regular","pricing_model":"CBP","category":"service"},"conversation":{"id":"1234567890","origin":{"type":"marketing"} } }
                   """, whatsApp =>
               {
                   Assert.That(whatsApp.Profile?.Username, Is.EqualTo("janesmith123"));
                   Assert.That(whatsApp.WhatsApp?.Pricing?.Category, Is.EqualTo(WhatsAppPricingCategory.Service));
                   Assert.That(whatsApp.WhatsApp?.Conversation?.Origin?.Type, Is.EqualTo(WhatsAppConversationOriginType.Marketing));
               }),
               Status<MessengerMessageStatusEvent>("messenger", status, Usage, messenger => Assert.That(messenger.Usage?.Price, Is.EqualTo(0.0333m))),
               Status<ViberMessageStatusEvent>("viber_service", status, Usage, viber => Assert.That(viber.Usage?.Price, Is.EqualTo(0.0333m))),
               Status<EmailMessageStatusEvent>("email", status, Usage, email => Assert.That(email.Usage?.Price, Is.EqualTo(0.0333m))),
           }
           select one,
    ];

    private static IEnumerable<WebhookCase> MmsCases =>
    [
        Mms<InboundMmsTextMessage>("text", """ "text":"Hello" """, mms => Assert.That(mms.Text, Is.EqualTo("Hello"))),
        Mms<InboundMmsImageMessage>("image", """ "image":{"url":"https://example.com/a","name":"image.jpg","caption":"A picture"} """, mms => Assert.That((mms.Image?.Url, mms.Image?.Caption), Is.EqualTo((Url, "A picture")))),
        Mms<InboundMmsVcardMessage>("vcard", """ "vcard":{"url":"https://example.com/a","name":"a.vcf"} """, mms => Assert.That(mms.Vcard?.Url, Is.EqualTo(Url))),
        Mms<InboundMmsAudioMessage>("audio", """ "audio":{"url":"https://example.com/a","name":"audio.mp3"} """, mms => Assert.That(mms.Audio?.Url, Is.EqualTo(Url))),
        Mms<InboundMmsVideoMessage>("video", """ "video":{"url":"https://example.com/a","name":"video.mp4"} """, mms => Assert.That(mms.Video?.Url, Is.EqualTo(Url))),
        Mms<InboundMmsFileMessage>("file", """ "file":{"url":"https://example.com/a","name":"file.pdf","caption":"A file"} """, mms => Assert.That(mms.File?.Url, Is.EqualTo(Url))),
        Mms<InboundMmsContentMessage>("content", """ "content":[{"type":"image","url":"https://example.com/a"},{"type":"vcard","url":"https://example.com/a"}] """, mms => Assert.That(mms.Content.Select(item => item.Type), Is.EqualTo([MmsContentType.Image, MmsContentType.Vcard]))),
    ];

    private static IEnumerable<WebhookCase> RcsCases =>
    [
        Rcs<InboundRcsTextMessage>("text", """ "text":"Hello" """, rcs => Assert.That(rcs.Text, Is.EqualTo("Hello"))),
        Rcs<InboundRcsImageMessage>("image", """ "image":{"url":"https://example.com/a","name":"image.jpg"} """, rcs => Assert.That(rcs.Image?.Url, Is.EqualTo(Url))),
        Rcs<InboundRcsVideoMessage>("video", """ "video":{"url":"https://example.com/a","name":"video.webm"} """, rcs => Assert.That(rcs.Video?.Url, Is.EqualTo(Url))),
        Rcs<InboundRcsAudioMessage>("audio", """ "audio":{"url":"https://example.com/a","name":"audio.mp3"} """, rcs => Assert.That(rcs.Audio?.Url, Is.EqualTo(Url))),
        Rcs<InboundRcsFileMessage>("file", """ "file":{"url":"https://example.com/a","name":"example.pdf"} """, rcs => Assert.That(rcs.File?.Url, Is.EqualTo(Url))),
        Rcs<InboundRcsVcardMessage>("vcard", """ "vcard":{"url":"https://example.com/a","name":"contact.vcf"} """, rcs => Assert.That(rcs.Vcard?.Url, Is.EqualTo(Url))),
        Rcs<InboundRcsLocationMessage>("location", """ "location":{"lat":40.34772,"long":-74.18847} """, rcs => Assert.That((rcs.Location?.Latitude, rcs.Location?.Longitude), Is.EqualTo((40.34772m, -74.18847m)))),
        Rcs<InboundRcsReplyMessage>("reply", """ "reply":{"id":"reply_option_1","title":"9am"} """, rcs => Assert.That((rcs.Reply?.Id, rcs.Reply?.Title), Is.EqualTo(("reply_option_1", "9am")))),
        Rcs<InboundRcsButtonMessage>("button", """ "button":{"payload":"button_1","text":"Agree"} """, rcs => Assert.That((rcs.Button?.Payload, rcs.Button?.Text), Is.EqualTo(("button_1", "Agree")))),
    ];

    private static IEnumerable<WebhookCase> WhatsAppCases =>
    [
        OfWhatsApp<InboundWhatsAppTextMessage>("text", """ "text":"Hello" """, message =>
        {
            Assert.That(message.Text, Is.EqualTo("Hello"));
            Assert.That(message.ContextStatus, Is.EqualTo(InboundContextStatus.Available));
            Assert.That(message.Context?.WhatsAppReferredProduct?.ProductRetailerId, Is.EqualTo("r07qei73l7"));
            Assert.That(message.WhatsApp?.Sender?.WaId, Is.EqualTo("447700900000"));
            Assert.That(message.WhatsApp?.Referral?.MediaType, Is.EqualTo(WhatsAppReferralMediaType.Image));
        }),
        OfWhatsApp<InboundWhatsAppImageMessage>("image", """ "image":{"url":"https://example.com/a","name":"image.jpg"} """, message => Assert.That(message.Image?.Url, Is.EqualTo(Url))),
        OfWhatsApp<InboundWhatsAppAudioMessage>("audio", """ "audio":{"url":"https://example.com/a","name":"audio.mp3"} """, message => Assert.That(message.Audio?.Url, Is.EqualTo(Url))),
        OfWhatsApp<InboundWhatsAppVideoMessage>("video", """ "video":{"url":"https://example.com/a","name":"video.mp4"} """, message => Assert.That(message.Video?.Url, Is.EqualTo(Url))),
        OfWhatsApp<InboundWhatsAppFileMessage>("file", """ "file":{"url":"https://example.com/a","name":"file.pdf"} """, message => Assert.That(message.File?.Url, Is.EqualTo(Url))),
        OfWhatsApp<InboundWhatsAppLocationMessage>("location", """ "location":{"lat":40.34772,"long":-74.18847,"name":"Vonage","address":"23 Main St","url":"https://example.com/a"} """, message => Assert.That((message.Location?.Lat, message.Location?.Url), Is.EqualTo((40.34772m, Url)))),
        OfWhatsApp<InboundWhatsAppStickerMessage>("sticker", """ "sticker":{"url":"https://example.com/a"} """, message => Assert.That(message.Sticker?.Url, Is.EqualTo(Url))),
        OfWhatsApp<InboundWhatsAppOrderMessage>("order", """ "order":{"catalog_id":"2806150799683508","product_items":[{"product_retailer_id":"pk1v7rudbg","quantity":"1","item_price":"9.99","currency":"USD"}]} """, message => Assert.That(message.Order?.ProductItems[0].ItemPrice, Is.EqualTo(9.99m))),
        OfWhatsApp<InboundWhatsAppReplyMessage>("reply", """ "reply":{"id":"row1","title":"9am","description":"Select 9am"} """, message => Assert.That((message.Reply?.Id, message.Reply?.Description), Is.EqualTo(("row1", "Select 9am")))),
        OfWhatsApp<InboundWhatsAppReactionMessage>("reaction", """ "reaction":{"action":"react","emoji":"👍"} """, message => Assert.That((message.Reaction as WhatsAppEmojiReaction)?.Emoji, Is.EqualTo("👍"))),
        OfWhatsApp<InboundWhatsAppReactionMessage>("reaction", """ "reaction":{"action":"unreact"} """, message => Assert.That(message.Reaction, Is.TypeOf<WhatsAppRemovedReaction>())),
        OfWhatsApp<InboundWhatsAppContactsMessage>("contacts", Contacts, message => Assert.That(message.Contacts[0].Phones[0].Phone, Is.EqualTo("1234567890"))),
        OfWhatsApp<InboundWhatsAppButtonMessage>("button", """ "button":{"payload":{"flow_token":"a"},"text":"sent","subtype":"flow"} """, message => Assert.That($"{message.Button?.Payload?["flow_token"]}", Is.EqualTo("a"))),
        OfWhatsApp<InboundWhatsAppButtonMessage>("button", """ "button":{"payload":"yes","text":"Yes"} """, message => Assert.That($"{message.Button?.Payload}", Is.EqualTo("yes"))),
        OfWhatsApp<InboundWhatsAppUnsupportedMessage>("unsupported", """ "context":{"message_uuid":"a","message_from":"1"} """, message => Assert.That(message.MessageType, Is.EqualTo("unsupported"))),
    ];

    private static IEnumerable<WebhookCase> MessengerCases =>
    [
        In<InboundMessengerTextMessage>("messenger", """ "message_type":"text","text":"Hello" """, message => Assert.That(message.Text, Is.EqualTo("Hello"))),
        In<InboundMessengerImageMessage>("messenger", """ "message_type":"image","image":{"url":"https://example.com/a","name":"a","caption":"b"} """, message => Assert.That(message.Image?.Url, Is.EqualTo(Url))),
        In<InboundMessengerAudioMessage>("messenger", """ "message_type":"audio","audio":{"url":"https://example.com/a","name":"a","caption":"b"} """, message => Assert.That(message.Audio?.Url, Is.EqualTo(Url))),
        In<InboundMessengerVideoMessage>("messenger", """ "message_type":"video","video":{"url":"https://example.com/a","name":"a","caption":"b"} """, message => Assert.That(message.Video?.Url, Is.EqualTo(Url))),
        In<InboundMessengerFileMessage>("messenger", """ "message_type":"file","file":{"url":"https://example.com/a","name":"a","caption":"b"} """, message => Assert.That(message.File?.Url, Is.EqualTo(Url))),
        In<InboundMessengerUnsupportedMessage>("messenger", """ "message_type":"unsupported" """, message => Assert.That(message.MessageType, Is.EqualTo("unsupported"))),
    ];

    private static IEnumerable<WebhookCase> ViberCases =>
    [
        In<InboundViberTextMessage>("viber_service", """ "message_type":"text","text":"Hello","context":{"message_uuid":"1234567890abcdef"} """, message => Assert.That((message.Text, message.Context?.MessageUuid), Is.EqualTo(("Hello", "1234567890abcdef")))),
        In<InboundViberImageMessage>("viber_service", """ "message_type":"image","image":{"url":"https://example.com/a","name":"a","caption":"b"} """, message => Assert.That(message.Image?.Url, Is.EqualTo(Url))),
        In<InboundViberVideoMessage>("viber_service", """ "message_type":"video","video":{"url":"https://example.com/a","name":"a","caption":"b"} """, message => Assert.That(message.Video?.Url, Is.EqualTo(Url))),
        In<InboundViberFileMessage>("viber_service", """ "message_type":"file","file":{"url":"https://example.com/a","name":"a","caption":"b"} """, message => Assert.That(message.File?.Url, Is.EqualTo(Url))),
    ];

    private static WebhookCase Mms<TKind>(string type, string content, Action<TKind> check)
        where TKind : InboundMmsMessage => In<TKind>("mms", $$""" "message_type":"{{type}}",{{content}},"origin":{"network_code":"12345"},"mms":{"participants":["447700900002","447700900003"]} """, message =>
        {
            Assert.That(message.Mms?.Participants, Is.EqualTo(["447700900002", "447700900003"]));
            check(message);
        });

    private static WebhookCase Rcs<TKind>(string type, string content, Action<TKind> check)
        where TKind : InboundRcsMessage => In<TKind>("rcs", $$""" "message_type":"{{type}}",{{content}},"context_status":"none" """, message =>
        {
            Assert.That(message.ContextStatus, Is.EqualTo(InboundContextStatus.None));
            check(message);
        });

    private static WebhookCase OfWhatsApp<TKind>(string type, string content, Action<TKind> check)
        where TKind : InboundWhatsAppMessage => In($$""" "message_type":"{{type}}",{{WhatsApp}},{{content}} """, check);

    private static WebhookCase In<TKind>(string content, Action<TKind> check)
        where TKind : InboundMessage => In("whatsapp", content, check);

    private static WebhookCase In<TKind>(string channel, string content, Action<TKind> check)
        where TKind : InboundMessage => WebhookCase.Of<InboundMessage, TKind>($$"""{"channel":"{{channel}}",{{Fields}},{{Self}},{{content}} }""", message =>
        {
            Assert.That((message.Channel, message.To, message.From, message.Timestamp), Is.EqualTo((channel, "447700900000", "447700900001", Two)));
            check(message);
        });

    private static WebhookCase Status<TKind>(string channel, string status, string more, Action<TKind> check)
        where TKind : MessageStatusEvent => WebhookCase.Of<MessageStatusEvent, TKind>(
            $$"""
            {"channel":"{{channel}}","status":"{{status}}",{{Fields}},{{more}},"workflow":{"workflow_id":"3TcNjguHxr2vcCZ9Ddsnq6tw8yQUpZ9rMHv9QXSxLan5ibMxqSzLdx9","items_number":"1","items_total":"2"},
             "error":{"type":"https://developer.vonage.com/api-errors/messages#1000","title":"1000","detail":"Throttled","instance":"bf0ca0bf927b3b52e3cb03217e1a1ddf"} }
            """,
            message =>
            {
                Assert.That(message.Status?.Value, Is.EqualTo(status));
                Assert.That(message.Timestamp, Is.EqualTo(Two));
                Assert.That(message.Error?.Title?.Value, Is.EqualTo("1000"));
                Assert.That(message.Workflow?.ItemsTotal, Is.EqualTo(2));
                check(message);
            });
}
