using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.Tests.Utcp;

public sealed class ManualRecognitionTests
{
    [Theory]
    [InlineData("""{"utcp_version":"1.0.1","tools":[]}""")]
    [InlineData("""{"tools":[],"utcp_version":"1.0.1"}""")]
    [InlineData("""{"tools":["x"],"a":{"b":[1,"]}"]},"utcp_version":null}""")]
    [InlineData("""{"version":"1.0","tools":[]}""")]
    [InlineData("""{"version":"1.0","tools":[{"name":"a","tool_provider":{}}]}""")]
    [InlineData("""{"tools":[{"tool_call_template":{}}]}""")]
    [InlineData("""{"tools":[{"description":"a \" } ]","name":"a"}]}""")]
    [InlineData("""{"openapi":"3.1.0","tools":[],"utcp_version":"1"}""")]
    [InlineData("""{"openapi":"3.1.0","paths":{},"tools":[{"name":"a"}]}""")]
    [InlineData("\uFEFF // manual\n {/* { */ \"utcp_version\" : \"1\" , \"tools\" : [")]
    [InlineData("{\"utcp_version\":\"1.0\",\"tools\":[{\"name\":\"")]
    [InlineData("""{"a":-1.5e3,"b":true,"c":null,"utcp_version":"1","tools":[]}""")]
    [InlineData("""{"a":"\\","utcp_version":"1","tools":[]}""")]
    public void Recognises_manuals(string text) => Assert.Equal(ManualKind.Utcp, ManualRecognition.Recognise(text));

    [Theory]
    [InlineData("""{"openapi":"3.0.0"}""")]
    [InlineData("""{"swagger":"2.0","info":{"tools":[]}}""")]
    [InlineData("""{"info":{},"openapi":"3.1.0","paths":{""")]
    [InlineData("""{"openapi":"3.0.0","tools":{}}""")]
    public void Recognises_OpenAPI(string text) => Assert.Equal(ManualKind.OpenApi, ManualRecognition.Recognise(text));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[{\"tools\":[]}]")]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData("""{"error":"x"}""")]
    [InlineData("""{"version":1,"isRoot":true,"tools":{"dotnet-ef":{"version":"9.0.0","commands":["dotnet-ef"]}}}""")]
    [InlineData("""{"name":"x","version":"1.0.0","scripts":{},"dependencies":{}}""")]
    [InlineData("""{"utcp_version":"1","tools":{}}""")]
    [InlineData("""{"utcp_version":"1"}""")]
    [InlineData("""{"tools":[]}""")]
    [InlineData("""{"tools":["a","b"]}""")]
    [InlineData("""{"version":"1","tools":["a","b"]}""")]
    [InlineData("""{"version":1,"tools":[]}""")]
    [InlineData("""{"tools":[{"id":"x"}]}""")]
    [InlineData("""{"tools":[{"name":1}]}""")]
    [InlineData("""{"tools":[{"type":"function","function":{"name":"x"}}]}""")]
    [InlineData("""{"tools":[{"name":"x","inputSchema":{}}]}""")]
    [InlineData("""{"a":{"utcp_version":"1","tools":[]}}""")]
    [InlineData("""{"a":"utcp_version","b":"tools"}""")]
    [InlineData("""{"openapi":null}""")]
    [InlineData("""{"settings":{"documentationRules":{"companyName":"x"}}}""")]
    [InlineData("plain text")]
    public void Leaves_other_files_alone(string text) => Assert.Equal(ManualKind.None, ManualRecognition.Recognise(text));

    [Theory]
    [InlineData("openapi: 3.1.0\npaths: {}\n", ManualKind.OpenApi)]
    [InlineData("\uFEFF# c\n%YAML 1.2\n---\ninfo:\n  tools: []\n'swagger': \"2.0\"\n", ManualKind.OpenApi)]
    [InlineData("\"openapi\" : '3.0.0'", ManualKind.OpenApi)]
    [InlineData("  openapi: 3.0\n  paths:", ManualKind.OpenApi)]
    [InlineData("openapi: 3.0.0\r\ntools: {}\r\n", ManualKind.OpenApi)]
    [InlineData("{\"openapi\":\"3.0.0\"}", ManualKind.OpenApi)]
    [InlineData("utcp_version: 1.0\ntools: []\n", ManualKind.Utcp)]
    [InlineData("tools:\n- name: a\n  description: b\n", ManualKind.Utcp)]
    [InlineData("tools:\n  # c\n  - description: b\n    tool_call_template:\n      type: x\n", ManualKind.Utcp)]
    [InlineData("tools:\n  -\n    name: a\nopenapi: 3.0.0\n", ManualKind.Utcp)]
    [InlineData("tools: [a]\nutcp_version: x\n", ManualKind.Utcp)]
    [InlineData("tools: # c\n  - {name: a}\nversion: 1.0\n", ManualKind.None)]
    [InlineData("tools:\n  - name: a\n    inputSchema: {}\n", ManualKind.None)]
    [InlineData("tools:\n  a: 1\nutcp_version: 1\n", ManualKind.None)]
    [InlineData("a:\n  openapi: 3.0.0\n", ManualKind.None)]
    [InlineData("a: 1\n...\nopenapi: 3.0.0\n", ManualKind.None)]
    [InlineData("openapi:\n  x: 1\n", ManualKind.None)]
    [InlineData("- openapi: 3.0.0\n", ManualKind.None)]
    [InlineData("openapi:3.0.0\n", ManualKind.None)]
    [InlineData("", ManualKind.None)]
    [InlineData("\"", ManualKind.None)]
    [InlineData("- ", ManualKind.None)]
    public void Recognises_YAML(string text, ManualKind kind) => Assert.Equal(kind, ManualRecognition.RecogniseYaml(text));

    [Fact]
    public void Trees_are_recognised_as_texts_are()
    {
        foreach (var method in GetType().GetMethods())
        {
            foreach (var text in method.GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>().Select(data => (string)data.Data[0]!))
            {
                if (global::Utcp.Manuals.Json.JsonDocumentReader.Read(text).Root is { } root)
                {
                    Assert.Equal(ManualRecognition.Recognise(text), ManualRecognition.Recognise(root));
                }
            }
        }
    }

    [Fact]
    public void Never_throws_on_text_that_breaks_off()
    {
        const string Text = "\uFEFF{\"a\\\"\":[1,{\"b\":\"c\"}],/* x */ \"tools\":[{\"name\":\"a\",\"x\":tru}], // y\n\"utcp_version\":\"1\"}";
        const string Yaml = "\uFEFF%YAML\n--- \n'a\"': - - b\ntools:\n - -\n - \"name: x\n ...\n: y\n'openapi' : 3";
        for (var i = 0; i <= Text.Length; i++)
        {
            ManualRecognition.Recognise(Text.Substring(0, i));
            ManualRecognition.Recognise(Text.Substring(i));
            ManualRecognition.RecogniseYaml(Yaml.Substring(0, Math.Min(i, Yaml.Length)));
            ManualRecognition.RecogniseYaml(Yaml.Substring(Math.Min(i, Yaml.Length)));
        }
    }
}
