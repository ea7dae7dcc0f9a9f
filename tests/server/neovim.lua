-- Neovim, headless, with a draft open: what the server says of it, its safe fixes, what is left.
local out = assert(io.open(os.getenv("RESLINT_OUT"), "w"))
local python = os.getenv("RESLINT_PYTHON")
local function wait(what, fits)
  if not vim.wait(30000, fits, 20) then
    out:write("waited in vain for " .. what .. "\n")
    out:close()
    vim.cmd("cquit 1")
  end
end
local buffer = vim.api.nvim_get_current_buf()
local id = vim.lsp.start_client({
  name = "reslint",
  cmd = { python, "-m", "reslint", "server" },
  root_dir = vim.fn.getcwd(),
  init_options = { settings = { messageLanguage = "fr" } },
})
vim.lsp.buf_attach_client(buffer, id)
local function found()
  return vim.diagnostic.get(buffer)
end
wait("findings", function() return #found() > 0 end)
for _, one in ipairs(found()) do
  out:write(string.format("%d:%d-%d %s %s\n", one.lnum, one.col, one.end_col, one.code, one.message))
end
vim.api.nvim_buf_set_lines(buffer, 0, 0, false, { "<!-- 😀 -->", "" })
wait("moved findings", function() return #found() == 1 and found()[1].lnum == 4 end)
local client = vim.lsp.get_client_by_id(id)
local answer = client.request_sync("textDocument/formatting", {
  textDocument = vim.lsp.util.make_text_document_params(buffer),
  options = { tabSize = 4, insertSpaces = true },
}, 30000, buffer)
vim.lsp.util.apply_text_edits(answer.result, buffer, client.offset_encoding)
wait("no finding", function() return #found() == 0 end)
out:write(table.concat(vim.api.nvim_buf_get_lines(buffer, 4, 5, false)) .. "\n")
local symbols = client.request_sync("textDocument/documentSymbol", {
  textDocument = vim.lsp.util.make_text_document_params(buffer),
}, 30000, buffer)
out:write((#symbols.result > 0 and "symbols" or "no symbols") .. "\n")
out:close()
vim.cmd("qall!")
