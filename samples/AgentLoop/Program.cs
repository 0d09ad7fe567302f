using System.Text.Json;
using Acme;
using Utcp;
using Utcp.Client;
using Utcp.Validation;

await using var server = await LocalServer.StartAsync(RailwayProvider.Map);

// Nothing about the railway is known when this program is compiled. Its manual is found at run time, and may bring tools of two protocols.
await using var client = new UtcpClient(new UtcpClientConfiguration
{
    Variables = { ["railway_API_KEY"] = RailwayProvider.ApiKey },
    ArgumentValidator = new JsonSchemaArgumentValidator(),
});

ManualRegistration railway = await client.RegisterManualAsync(CallTemplate.Http(server.Url + "/utcp", "railway", "http", "streamable_http"));
Console.WriteLine($"Registered {railway.Name}: {railway.Manual?.Tools.Count} tools, {railway.Problems.Count} problems");

const string Goal = "Two seats on the first train from Lisbon to Porto, and tell me where it is.";
Console.WriteLine($"Goal: {Goal}");

var model = new ScriptedModel();
var observation = new Observation(Goal);
while (model.Next(observation) is var turn)
{
    Console.WriteLine();
    switch (turn)
    {
        case SearchTurn(var query):
            Console.WriteLine($"The model looks for \"{query}\"");
            var tools = await client.SearchToolsAsync(query, limit: 1);
            observation = new Observation(string.Join("\n", tools.Select(tool => tool.Name))) { Tools = tools };
            Console.WriteLine($"  found {observation.Text}: {tools[0].Description}");
            break;

        case CallTurn(var tool, var arguments):
            Console.WriteLine($"The model calls {tool} with {arguments}");
            observation = await CallAsync(tool, arguments);
            Console.WriteLine($"  {observation.Text}");
            break;

        case StreamTurn(var tool, var arguments, var count):
            Console.WriteLine($"The model follows {tool} with {arguments}");
            await foreach (var item in client.CallToolStreamingAsync(tool, arguments).Take(count))
            {
                observation = new Observation(item.GetRawText()) { Result = item };
                Console.WriteLine($"  {observation.Text}");
            }

            break;

        case AnswerTurn(var text):
            Console.WriteLine($"Answer: {text}");
            return;
    }
}

// What goes wrong is told to the model, in words that were made for it; nothing is sent while the arguments are wrong.
async Task<Observation> CallAsync(string tool, JsonElement arguments)
{
    try
    {
        var result = await client.CallToolAsync(tool, arguments);
        return new Observation(result.GetRawText()) { Result = result };
    }
    catch (UtcpValidationException error)
    {
        return new Observation(error.Message) { Violations = error.Violations };
    }
    catch (UtcpException error)
    {
        return new Observation(error.Message);
    }
}
